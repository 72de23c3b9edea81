"""What has to be reached, for whom, where?"""
